namespace MotCua.App.Papers.Forms;

public static partial class FormKeys
{
    // Apology (Mẫu 04).

    /// <summary>The one new time of return: <see cref="FormPhrases.Moment"/>.</summary>
    public const string NewAppointment = "newAppointment";

    /// <summary>That the result does not come in time; left out where the apology is for something else.</summary>
    public const string Lateness = "lateness";

    // Stop notice (Mẫu 05 of 2025).

    /// <summary>Who asked to stop, by which channel, when.</summary>
    public const string StopRequest = "stopRequest";

    /// <summary>The request in the applicant's words.</summary>
    public const string StopWords = "stopWords";

    /// <summary>Where the dossier stood when it was stopped.</summary>
    public const string Stage = "stage";

    /// <summary>That there was neither a decision nor a notice of the result.</summary>
    public const string DecisionCheck = "decisionCheck";

    /// <summary>What was paid and is to be settled.</summary>
    public const string Settlement = "settlement";

    /// <summary>Originals that go back to the applicant.</summary>
    public const string Originals = "originals";

    // Follow-up book (Mẫu 06 of 2018, Mẫu 07 of 2025).

    /// <summary>Year of the book.</summary>
    public const string BookYear = "bookYear";

    /// <summary>Field or group of fields; "Mọi lĩnh vực".</summary>
    public const string BookSectors = "bookSectors";

    /// <summary>"từ ngày … đến ngày …".</summary>
    public const string BookPeriod = "bookPeriod";

    /// <summary>How many lines, or the first and last number of a volume.</summary>
    public const string BookLines = "bookLines";

    /// <summary>Day on which the book was opened.</summary>
    public const string OpenedOn = "openedOn";

    /// <summary>Day on which it was closed.</summary>
    public const string ClosedOn = "closedOn";

    /// <summary>Table: the lines of the follow-up book.</summary>
    public const string BookTable = "book";

    /// <summary>Row of the book: its number.</summary>
    public const string LineNumber = "lineNumber";

    /// <summary>Row of the book: address and phone.</summary>
    public const string ApplicantContact = "applicantContact";

    /// <summary>Row of the book: when it went to the resolving agency.</summary>
    public const string SentAt = "sentAt";

    /// <summary>Row of the book: when the result came from there.</summary>
    public const string ResultAt = "resultAt";

    /// <summary>Row of the book: when the result was returned.</summary>
    public const string ReturnedAt = "returnedAt";

    /// <summary>Row of the book: how the result is returned.</summary>
    public const string ReturnWay = "returnWay";

    // Fees.

    /// <summary>List: the fee lines, each with its name and amount.</summary>
    public const string FeeLines = "feeLines";

    /// <summary>Role: the head of the agency or unit, or whom he authorised.</summary>
    public const string Head = "head";

    /// <summary>Role: the officer who keeps the book.</summary>
    public const string BookKeeper = "bookKeeper";
}
