namespace Portal.Web.Ui;

/// <summary>How a status is drawn. Colour never stands alone: the word says it.</summary>
public enum StatusKind
{
    /// <summary>Outline: not started.</summary>
    Neutral,

    /// <summary>Blue: in progress.</summary>
    Info,

    /// <summary>Amber with a clock: others must act.</summary>
    Waiting,

    /// <summary>Green: agreed.</summary>
    Ok,

    /// <summary>Red with a triangle: something to fix.</summary>
    Error,

    /// <summary>Violet: the applicant or another party must act.</summary>
    Other,

    /// <summary>Plain text with a check mark: finished things are not decorated.</summary>
    Done,

    /// <summary>Plain text.</summary>
    Plain,
}

public enum NoticeKind { Info, Warn, Ok, Error }
