using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Seeding;

/// <summary>Brings the organisations, their staff and the candidates into the portal, and says who acts.</summary>
internal sealed class Cast(PastPortal portal, WorldFiles files, WorldCalendar calendar)
{
    private const int FirstDay = -430, CandidatesCome = -240;

    private readonly Dictionary<string, Guid> _people = [];
    private readonly List<Membership> _memberships = [];

    public WorldCandidate this[string key] => files.Candidates.Single(c => c.Key == key);

    public Actor Candidate(string key) => new(_people[this[key].Mail], null, null, Roles.Permissions[Role.Candidate]);

    public Actor Officer(Government side) => Member(side, Role.ProgrammeOfficer, 0);

    /// <summary>The colleague who shares the work of the officer.</summary>
    public Actor SecondOfficer(Government side) => Member(side, Role.ProgrammeOfficer, 1);

    public Actor Official(Government side) => Member(side, Role.DecidingOfficial, 0);

    public async Task EnterAsync(CancellationToken ct)
    {
        await RegisterOrganisationsAsync(ct);
        foreach (var (member, day) in files.Staff.Where(m => m.DisplayName.Length > 0).OrderBy(m => m.Role != Role.Administrator).Select((m, i) => (m, FirstDay + 1 + i)))
        {
            await InviteAsync(member, calendar.At(day, 9, member.Government), ct);
            await RegisterPersonAsync(member.Mail, member.DisplayName, member.Language, calendar.At(day, 14, member.Government), ct);
            await AcceptAsync(member, calendar.At(day, 15, member.Government), ct);
        }

        foreach (var (candidate, day) in files.Candidates.Select((c, i) => (c, CandidatesCome + i)))
        {
            await RegisterPersonAsync(candidate.Mail, candidate.DisplayName, candidate.Language, calendar.At(day, 20, candidate.Side), ct);
        }

        foreach (var newcomer in files.Staff.Where(m => m.DisplayName.Length == 0))
        {
            await InviteAsync(newcomer, calendar.JustNow, ct);
        }
    }

    /// <summary>Everybody came in earlier: only remembers who they are.</summary>
    public async Task ReturnAsync(CancellationToken ct)
    {
        var addresses = files.Staff.Select(m => m.Mail).Concat(files.Candidates.Select(c => c.Mail)).ToList();
        foreach (var person in await portal.ReadAsync(db => db.People.Where(p => addresses.Contains(p.MailAddress)).ToListAsync(ct)))
        {
            _people[person.MailAddress] = person.Id;
        }

        _memberships.AddRange(await portal.ReadAsync(db => db.Memberships.AsNoTracking().ToListAsync(ct)));
    }

    /// <param name="index">0 for the first one who holds the role on this side.</param>
    public Actor Member(Government side, Role role, int index)
    {
        var member = files.Staff.Where(m => m.Government == side && m.Role == role && m.DisplayName.Length > 0).ElementAt(index);
        return Rights.Of(_people[member.Mail], _memberships, calendar.JustNow);
    }

    private async Task RegisterOrganisationsAsync(CancellationToken ct)
    {
        foreach (var text in files.Organisations)
        {
            var organisation = Organisation.Register(text.Code, text.Government, text.Names[0].Name, text.Names[0].From);
            foreach (var later in text.Names.Skip(1))
            {
                organisation.Rename(later.Name, later.From);
            }

            var at = calendar.At(FirstDay, 9, text.Government);
            await portal.SaveAsync(Actor.System, at, nameof(RegisterOrganisation), async db => await db.Organisations.AddAsync(organisation, ct), ct);
        }
    }

    /// <summary>Without a password: the sign-in page of Development lets them in with one click, and nothing else does.</summary>
    private async Task RegisterPersonAsync(string mail, string name, string language, DateTimeOffset at, CancellationToken ct)
    {
        var user = new PortalUser { Email = mail, NormalizedEmail = mail, EmailConfirmed = true, SecurityStamp = Guid.NewGuid().ToString("N") };
        user.UserName = user.NormalizedUserName = user.Id.ToString("N");
        _people[mail] = user.Id;
        await portal.SaveAsync(Actor.System, at, nameof(Registration), async db =>
        {
            await db.People.AddAsync(Person.Register(user.Id, name, mail, language), ct);
            await db.Users.AddAsync(user, ct);
        }, ct);
    }

    /// <summary>The first administrator of each side is invited by the command line, the others by that administrator.</summary>
    private async Task InviteAsync(WorldMember member, DateTimeOffset at, CancellationToken ct)
    {
        var organisation = await portal.ReadAsync(db => db.Organisations.SingleAsync(o => o.Code == member.Organisation, ct));
        var isFirst = !_memberships.Exists(m => m.Government == member.Government);
        var inviter = isFirst ? Actor.System : Member(member.Government, Role.Administrator, 0);
        await portal.SendAsync(inviter, at, new InviteMember(organisation.Id, member.Role, member.Mail, null, null), ct);
    }

    private async Task AcceptAsync(WorldMember member, DateTimeOffset at, CancellationToken ct)
    {
        var me = new Actor(_people[member.Mail], null, null, Roles.Permissions[Role.Candidate]);
        await portal.SaveAsync(me, at, nameof(AcceptInvitation), async db =>
        {
            var membership = await db.Memberships.SingleAsync(m => m.InvitedAddress == member.Mail, ct);
            membership.Accept(me.UserId, [], at);
            _memberships.Add(membership);
        }, ct);
    }
}
