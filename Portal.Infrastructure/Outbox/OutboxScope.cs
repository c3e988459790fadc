namespace Portal.Infrastructure.Outbox;

/// <summary>The row being delivered in this scope: what makes a repeated mail recognisable.</summary>
public sealed class OutboxScope
{
    public Guid? MessageId { get; set; }
}
