using System.Diagnostics;
using System.Net;

namespace Portal.Benchmarks.Load;

/// <summary>Many passwords at once beside people at work, then whether the time of an answer tells who has an account.</summary>
internal static class SignInRun
{
    private const int AtOnce = 200, TriesPerSource = 100;

    private static readonly string[] s_pages = ["/en/Fellowships/Cases", "/en/Fellowships/Calls", "/en/Account/Settings", "/en/Fellowships/AwardLists"];

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        using var portal = await PortalProgram.PublishedAsync();
        await portal.RunAsync("seed", "--profile", "demo", "--out", portal.Manifest);
        await PasswordAccounts.AddAsync(portal.State, Math.Max(AtOnce, options.Tries));
        using var served = await portal.ServeAsync("/en");
        var officers = await Officers.ReadAsync(portal.Manifest);

        using (var warmUp = new CancellationTokenSource(s_warmUp))
        {
            await WorkAsync(served, officers, options, new Timings(), warmUp.Token);
        }

        await SignInAtOnceAsync(served, officers, options);
        await CompareAsync(served, options.Tries, "sign-in", TrySignInAsync);
        await CompareAsync(served, options.Tries, "forgotten password", TryForgotAsync);
        await CompareAsync(served, options.Tries, "registration", TryRegisterAsync);
        return 0;
    }

    private static async Task SignInAtOnceAsync(Served served, IReadOnlyList<Guid> officers, Options options)
    {
        var (pages, signIns) = (new Timings(), new Timings());
        var visitors = Enumerable.Range(0, AtOnce).Select(_ => new Visitor(served.Address, signIns)).ToList();
        foreach (var visitor in visitors)
        {
            await visitor.OpenAsync("/en/Account/SignIn");
        }

        using var done = new CancellationTokenSource();
        var work = WorkAsync(served, officers, options, pages, done.Token);
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(visitors.Select((visitor, n) =>
            visitor.PostAsync("sign-in", "/en/Account/SignIn", ("Address", PasswordAccounts.Known(n)), ("Password", PasswordAccounts.Password))));
        var took = watch.Elapsed;
        await done.CancelAsync();
        await work;
        visitors.ForEach(v => v.Dispose());
        Console.WriteLine($"\n{AtOnce} sign-ins at once, answered in {took.TotalSeconds:0.0} s: {string.Join(", ", answers.GroupBy(a => a).Select(g => $"{g.Count()} × {(int)g.Key}"))}");
        signIns.Print("Sign-ins", took);
        pages.Print($"Pages of {options.Users} signed-in people meanwhile, {options.Think} ms between pages", took);
    }

    private static Task WorkAsync(Served served, IReadOnlyList<Guid> officers, Options options, Timings timings, CancellationToken end) => Task.WhenAll(
        Enumerable.Range(0, options.Users).Select(async n =>
        {
            using var visitor = new Visitor(served.Address, timings);
            await visitor.SignInAsync(officers[n % officers.Count]);
            for (var turn = n; !end.IsCancellationRequested; turn++)
            {
                await visitor.GetAsync("page", s_pages[turn % s_pages.Length]);
                await Task.Delay(options.Think);
            }
        }));

    /// <summary>In turns, so that both meet the same machine; each address once, so that no limit answers for the page.</summary>
    private static async Task CompareAsync(Served served, int tries, string what, Func<Visitor, string, string, Task<HttpStatusCode>> tryAsync)
    {
        var timings = new Timings();
        var statuses = new HashSet<HttpStatusCode>();
        for (var n = 0; n < tries; n++)
        {
            using var visitor = new Visitor(served.Address, timings, new IPAddress([127, 0, (byte)(what.Length + 1), (byte)(n / TriesPerSource + 1)]));
            (string Kind, string Address)[] pair = [("known", PasswordAccounts.Known(n)), ("unknown", PasswordAccounts.Unknown(n))];
            foreach (var (kind, address) in n % 2 == 0 ? pair : pair.Reverse())
            {
                statuses.Add(await tryAsync(visitor, kind, address));
            }
        }

        timings.Print($"Known and unknown accounts, {what}, {tries} tries of each, answered {string.Join(", ", statuses)}", TimeSpan.FromSeconds(1));
        Console.WriteLine($"Gap between the medians: {Math.Abs(timings.Median("known") - timings.Median("unknown")):0.00} ms");
    }

    private static async Task<HttpStatusCode> TrySignInAsync(Visitor visitor, string kind, string address)
    {
        await visitor.OpenAsync("/en/Account/SignIn");
        return await visitor.PostAsync(kind, "/en/Account/SignIn", ("Address", address), ("Password", "not my password at all"));
    }

    private static async Task<HttpStatusCode> TryForgotAsync(Visitor visitor, string kind, string address)
    {
        await visitor.OpenAsync("/en/Account/ForgotPassword");
        return await visitor.PostAsync(kind, "/en/Account/ForgotPassword", ("Address", address));
    }

    private static async Task<HttpStatusCode> TryRegisterAsync(Visitor visitor, string kind, string address)
    {
        await visitor.OpenAsync("/en/Account/Register");
        return await visitor.PostAsync(kind, "/en/Account/Register", ("Name", "Hanako Sato"), ("Address", address), ("Password", PasswordAccounts.Password));
    }
}
