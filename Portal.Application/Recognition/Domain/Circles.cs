namespace Portal.Application.Recognition.Domain;

/// <summary>Circles in a relation that must have none (strongly connected components, Tarjan 1972; an own stack, because chains may be long).</summary>
internal static class Circles
{
    /// <returns>Each circle as the set of its members; a step from a member to itself counts.</returns>
    public static IReadOnlyList<IReadOnlySet<string>> In(IEnumerable<(string From, string To)> steps)
    {
        var next = steps.Distinct().ToLookup(s => s.From, s => s.To, StringComparer.Ordinal);
        var search = new Search(next);
        foreach (var start in next.Select(g => g.Key).Order(StringComparer.Ordinal))
        {
            search.From(start);
        }

        return search.Found;
    }

    private sealed class Search(ILookup<string, string> next)
    {
        private readonly Dictionary<string, (int Number, int Low)> _seen = new(StringComparer.Ordinal);
        private readonly Stack<string> _open = new();
        private readonly HashSet<string> _isOpen = new(StringComparer.Ordinal);

        public List<IReadOnlySet<string>> Found { get; } = [];

        public void From(string start)
        {
            var path = new Stack<(string Node, IEnumerator<string> Next)>();
            Visit(start, path);
            while (path.TryPeek(out var at))
            {
                if (!at.Next.MoveNext())
                {
                    Leave(path);
                }
                else if (_isOpen.Contains(at.Next.Current))
                {
                    Lower(at.Node, _seen[at.Next.Current].Number);
                }
                else
                {
                    Visit(at.Next.Current, path);
                }
            }
        }

        private void Visit(string node, Stack<(string, IEnumerator<string>)> path)
        {
            if (!_seen.TryAdd(node, (_seen.Count, _seen.Count)))
            {
                return;
            }

            _open.Push(node);
            _isOpen.Add(node);
            path.Push((node, next[node].GetEnumerator()));
        }

        private void Leave(Stack<(string Node, IEnumerator<string> Next)> path)
        {
            var (node, steps) = path.Pop();
            steps.Dispose();
            if (_seen[node].Low == _seen[node].Number)
            {
                Close(node);
            }
            else
            {
                Lower(path.Peek().Node, _seen[node].Low);
            }
        }

        private void Close(string root)
        {
            var members = new HashSet<string>(StringComparer.Ordinal);
            do
            {
                members.Add(_open.Peek());
                _isOpen.Remove(_open.Peek());
            }
            while (_open.Pop() != root);

            if (members.Count > 1 || next[root].Contains(root))
            {
                Found.Add(members);
            }
        }

        private void Lower(string node, int low) => _seen[node] = _seen[node] with { Low = Math.Min(_seen[node].Low, low) };
    }
}
