using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Database;

/// <summary>One candidate, one officer and one official of each government, and a call with an application and a list.</summary>
internal sealed record MailWorld(Guid CallId, Guid ApplicationId, Guid ListId, Guid InvitationId)
{
    public const string Title = "Cyber fellowship", TitleJa = "サイバーフェローシップ";

    private static readonly Deadline s_answerBy = new(new(2027, 3, 12, 8, 0, 0, TimeSpan.Zero), PortalZones.Japan);

    public static async Task<MailWorld> AddToAsync(PortalDbContext db, DateTimeOffset now)
    {
        var candidate = Person.Register(Guid.CreateVersion7(), "候補 花子", "hanako@example.com", "ja");
        var offices = Governments.Both.ToDictionary(g => g, g => Organisation.Register($"{g}", g, new("庁", "Agency"), new(2020, 1, 1)));
        var staff = Governments.Both.SelectMany(_ => new[] { Role.ProgrammeOfficer, Role.DecidingOfficial }, (g, r) => Staff(offices[g], r, now)).ToList();
        var invitation = Membership.Invite(offices[Government.UnitedStates], Role.Auditor, "new@example.com", new(2027, 1, 1), null, now);
        var call = Approved(now);
        var application = FellowshipApplication.Start(call, Government.Japan, 4182, Actor(candidate.Id, null, Permission.ApplyForFellowship), now);
        var list = AwardList.Draft(call, [], Actor(Guid.NewGuid(), Government.Japan, Permission.DraftAwardList), call.ClosesAt);
        db.AddRange(candidate, call, application, list, invitation);
        db.AddRange(offices.Values);
        db.AddRange(staff.Select(s => s.Person));
        db.AddRange(staff.Select(s => s.Membership));
        db.Entry(application).Property(a => a.AnswerBy).CurrentValue = s_answerBy;
        db.Entry(application).Property(a => a.Correction).CurrentValue = new CorrectionRequest([], "http://evil.example/", s_answerBy, Government.Japan);
        await db.SaveChangesAsync();
        return new(call.Id, application.Id, list.Id, invitation.Id);
    }

    private static (Person Person, Membership Membership) Staff(Organisation office, Role role, DateTimeOffset now)
    {
        var language = office.Government == Government.Japan ? "ja" : "en";
        var person = Person.Register(Guid.CreateVersion7(), $"{role}", $"{role}.{office.Government}@example.com", language);
        var membership = Membership.Invite(office, role, person.MailAddress, new(2027, 1, 1), null, now);
        membership.Accept(person.Id, [], now);
        return (person, membership);
    }

    private static FellowshipCall Approved(DateTimeOffset now)
    {
        var (japan, us) = (Actor(Guid.NewGuid(), Government.Japan, Permission.WriteFellowshipCall), Actor(Guid.NewGuid(), Government.UnitedStates, Permission.WriteFellowshipCall));
        var call = FellowshipCall.Write("CF27", Content(now), japan);
        call.SendForCheck(japan);
        call.Approve(call.ContentHash, japan, now);
        call.Approve(call.ContentHash, us, now);
        return call;
    }

    private static CallContent Content(DateTimeOffset now) => new(
        CallDirection.Both, Text(TitleJa, Title), Text("要", "s"), Text("対", "w"), Text("得", "g"), 5, new(300_000, Money.Yen), new(300_000, Money.Dollar),
        new(now.AddDays(-1), PortalZones.Japan), new(now.AddDays(14), PortalZones.Japan), new(2027, 2, 26), new(2027, 4, 1), 12, [], [], []);

    private static ReviewedText Text(string ja, string en) => new(ja, en, true, true);

    private static Actor Actor(Guid id, Government? agency, params Permission[] permissions) => new(id, agency, null, permissions.ToHashSet());
}
