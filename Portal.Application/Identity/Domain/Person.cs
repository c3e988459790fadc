using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>A person as the rest of the portal knows them: a name to show, an address and a language for mail. Credentials live with the sign-in server under the same id.</summary>
public sealed class Person : Aggregate
{
    private Person() { }

    public string DisplayName { get; private set; } = "";
    public string MailAddress { get; private set; } = "";

    /// <summary>"ja" or "en": the language of mail. The page's language is decided by its address.</summary>
    public string Language { get; private set; } = "en";

    private (bool IsOn, Government? Side) _record;

    /// <summary>An account has no history but the steps that could hand it to somebody else.</summary>
    public override bool IsOnRecord => _record.IsOn && Events.Count > 0;

    public override Government? Side => _record.Side;

    /// <summary>The event that follows is one of these steps.</summary>
    /// <param name="side">The government that the person serves; its auditors alone read of it.</param>
    public void PutOnRecord(Government? side) => _record = (true, side);

    public static Person Register(Guid id, string displayName, string mailAddress, string language)
    {
        var person = new Person { Id = id, MailAddress = mailAddress };
        person.Change(displayName, language);
        person.Raise(new AccountRegistered(id));
        return person;
    }

    /// <summary>Somebody filled in the registration form with the address of this account.</summary>
    public void RegisterAgain() => Raise(new RegistrationRepeated(Id));

    public void AskForPasswordReset() => Raise(new PasswordResetAsked(Id));

    public void TellPasswordChange() => Raise(new PasswordChanged(Id));

    public void TellFactorChange(FactorChange change) => Raise(new FactorChanged(Id, change));

    public void TellPlannedRemoval(DateTimeOffset dueAt) => Raise(new FactorRemovalPlanned(Id, dueAt));

    public void AskForRecovery(Guid request, DateTimeOffset opensAt) => Raise(new RecoveryAsked(Id, request, opensAt));

    public void OpenRecovery(Guid request) => Raise(new RecoveryOpened(Id, request));

    public void Change(string displayName, string language)
    {
        DisplayName = CleanText.Line(displayName);
        Language = language == "ja" ? "ja" : "en";
    }
}
