using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Identity;
using Portal.Application.Identity.Commands;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.CommandLine;

internal sealed class UserVerb : Verb
{
    public override string Name => "user";

    public override string Usage =>
        "user invite EMAIL ROLE ORGANISATION\nuser invite EMAIL ROLE ORGANISATION --government Japan|UnitedStates --name-ja NAME --name-en NAME";

    public override string Summary => "Invites a person to a role at an organisation: the first administrator comes in this way.";

    public override string Details =>
        $"""
        ROLE is one of {string.Join(", ", Roles.OfStaff)}; ORGANISATION is its code.
        The second form registers the organisation first. The mail leaves when the portal serves.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        if (arguments.Word("invite") is var what and not "invite")
        {
            throw new UsageException($"'{what}' is not understood.");
        }

        var (address, role, code) = (arguments.Word("EMAIL"), RoleOf(arguments.Word("ROLE")), arguments.Word("ORGANISATION"));
        var government = arguments.Option("--government") is { } side ? GovernmentOf(side) : (Government?)null;
        var (ja, en) = (arguments.Option("--name-ja"), arguments.Option("--name-en"));
        arguments.End();
        await using var app = Portal(arguments);
        await using var scope = await OpenAsync(app, ct);
        var (sender, text) = (scope.ServiceProvider.GetRequiredService<ISender>(), app.Services.GetRequiredService<Text>());
        if (government is { } of)
        {
            var today = Staff.Today(of, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            var registered = await sender.Send(new RegisterOrganisation(code, ja, en, today, of), ct);
            if (!registered.IsSuccess)
            {
                return await RefuseAsync(registered.Errors, text, terminal);
            }
        }

        if (await FindAsync(scope.ServiceProvider.GetRequiredService<IPortalDb>(), code, ct) is not { } organisation)
        {
            await terminal.Error.WriteLineAsync($"There is no organisation {code}. Register it with --government, --name-ja and --name-en.");
            return Exit.Failed;
        }

        var invited = await sender.Send(new InviteMember(organisation, role, address, null, null), ct);
        if (!invited.IsSuccess)
        {
            return await RefuseAsync(invited.Errors, text, terminal);
        }

        await terminal.Out.WriteLineAsync($"Invited {address} as {role} at {code}. The mail leaves when the portal serves.");
        return Exit.Done;
    }

    private static Role RoleOf(string word) => Roles.OfStaff.Where(x => string.Equals(x.ToString(), word, StringComparison.OrdinalIgnoreCase)).Cast<Role?>().FirstOrDefault()
        ?? throw new UsageException($"'{word}' is not a role.");

    private static Government GovernmentOf(string word) => Enum.TryParse<Government>(word, ignoreCase: true, out var government) && Governments.Both.Contains(government)
        ? government
        : throw new UsageException($"'{word}' is not one of the two governments.");

    private static async Task<Guid?> FindAsync(IPortalDb db, string code, CancellationToken ct)
    {
        var upper = code.ToUpperInvariant();
        return await db.Organisations.Where(x => x.Code == upper).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(ct);
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<Error> errors, Text text, Terminal terminal)
    {
        await terminal.Error.WriteLineAsync(string.Join('\n', errors.Select(x => ErrorSentence.Of(text, x))));
        return Exit.Failed;
    }
}
