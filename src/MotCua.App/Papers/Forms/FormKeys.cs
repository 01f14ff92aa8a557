namespace MotCua.App.Papers.Forms;

/// <summary>The keys by which a template names what the content gives. data/forms/README.md says which form uses which.</summary>
public static partial class FormKeys
{
    // The heading of every form.

    /// <summary>Agency above the issuing unit: "Ủy ban nhân dân phường Buôn Ma Thuột".</summary>
    public const string ParentAgency = "parentAgency";

    /// <summary>Issuing unit: "Trung tâm Phục vụ hành chính công".</summary>
    public const string Unit = "unit";

    /// <summary>Abbreviation of the unit in the paper's number: "TTPVHCC" or "BPTNTKQ".</summary>
    public const string UnitShort = "unitShort";

    /// <summary>The paper's number of the year without its suffix: "1147".</summary>
    public const string Number = "number";

    /// <summary>Number and symbol as the set writes them: "1147/PBS-TTPVHCC" (rule "form.number").</summary>
    public const string NumberAndSymbol = "numberAndSymbol";

    /// <summary>Place of issue: "Buôn Ma Thuột".</summary>
    public const string Place = "place";

    /// <summary>Day of issue as words: <see cref="FormPhrases.Day"/>.</summary>
    public const string Date = "date";

    // The dossier and the applicant.

    /// <summary>Mã hồ sơ.</summary>
    public const string DossierCode = "dossierCode";

    /// <summary>Which copy this is: "Giao người nộp", "Lưu".</summary>
    public const string CopyFor = "copyFor";

    /// <summary>The second factor of tracking: "K7QM-3XTA".</summary>
    public const string TrackingFactor = "trackingFactor";

    /// <summary>Unit that receives, in full, in sentence case.</summary>
    public const string ReceivingUnit = "receivingUnit";

    /// <summary>Owner of the dossier: person or organisation.</summary>
    public const string ApplicantName = "applicantName";

    /// <summary>Số định danh cá nhân / tổ chức, printed as given.</summary>
    public const string ApplicantIdentifier = "applicantIdentifier";

    /// <summary>Address of the applicant.</summary>
    public const string ApplicantAddress = "applicantAddress";

    /// <summary>Telephone of the applicant.</summary>
    public const string ApplicantPhone = "applicantPhone";

    /// <summary>E-mail of the applicant.</summary>
    public const string ApplicantEmail = "applicantEmail";

    /// <summary>Người ủy quyền: name of the principal where the dossier is filed by authorisation.</summary>
    public const string PrincipalName = "principalName";

    /// <summary>Identifier of the principal.</summary>
    public const string PrincipalIdentifier = "principalIdentifier";

    /// <summary>Address of the principal.</summary>
    public const string PrincipalAddress = "principalAddress";

    /// <summary>Telephone of the principal.</summary>
    public const string PrincipalPhone = "principalPhone";

    /// <summary>E-mail of the principal.</summary>
    public const string PrincipalEmail = "principalEmail";

    /// <summary>The paper that authorises: kind, number, day.</summary>
    public const string AuthorisationPaper = "authorisationPaper";

    /// <summary>Nội dung yêu cầu giải quyết: the procedure's name or the case within it.</summary>
    public const string Request = "request";

    /// <summary>Mã thủ tục: "1.115320".</summary>
    public const string ProcedureCode = "procedureCode";

    // Receipt (Mẫu 01).

    /// <summary>Number of sets, two digits: "01".</summary>
    public const string DossierCount = "dossierCount";

    /// <summary>Time limit by law with its unit: "08 ngày làm việc".</summary>
    public const string TimeLimit = "timeLimit";

    /// <summary>When the dossier was received: <see cref="FormPhrases.Moment"/>.</summary>
    public const string ReceivedAt = "receivedAt";

    /// <summary>When the result is to be returned: <see cref="FormPhrases.Moment"/>.</summary>
    public const string Appointment = "appointment";

    /// <summary>Where and how the applicant chose to get the result.</summary>
    public const string ReturnAt = "returnAt";

    /// <summary>Where a result by post goes.</summary>
    public const string ReturnAddress = "returnAddress";

    /// <summary>Charges and fees with what is paid: "75.000 đồng (đã nộp)".</summary>
    public const string Fees = "fees";

    /// <summary>Volume of the tracking book.</summary>
    public const string BookVolume = "bookVolume";

    /// <summary>Number in the tracking book.</summary>
    public const string BookNumber = "bookNumber";

    // Supplement (Mẫu 02) and refusal (Mẫu 03).

    /// <summary>Reason in words of the law.</summary>
    public const string Reason = "reason";

    /// <summary>Who explains further: officer or unit.</summary>
    public const string ContactName = "contactName";

    /// <summary>Telephone of the contact.</summary>
    public const string ContactPhone = "contactPhone";

    // Control slip (Mẫu 06).

    /// <summary>Agency or section that resolves the dossier.</summary>
    public const string HandlingUnit = "handlingUnit";

    /// <summary>Agencies that take part.</summary>
    public const string CoordinatingUnits = "coordinatingUnits";

    // Tables, lists, roles.

    /// <summary>Table: the components of the dossier. Row keys: ordinal (given by the printer), paperName, paperKind, quantity.</summary>
    public const string Components = "components";

    /// <summary>Table: the hand-overs. Row keys: ordinal, fromUnit, toUnit, giver, taker, handedAt, result, remark.</summary>
    public const string Handovers = "handovers";

    /// <summary>List: what is to be completed.</summary>
    public const string Requirements = "requirements";

    /// <summary>Role: the person who files.</summary>
    public const string Submitter = "submitter";

    /// <summary>Role: the officer who receives or refuses.</summary>
    public const string Receiver = "receiver";

    /// <summary>Role: the officer who guides the completion.</summary>
    public const string Guide = "guide";

    /// <summary>Row: number of the row, given by the printer.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Row of components: name of the paper.</summary>
    public const string PaperName = "paperName";

    /// <summary>Row of components: original, certified copy, from the repository.</summary>
    public const string PaperKind = "paperKind";

    /// <summary>Row of components: how many, two digits.</summary>
    public const string Quantity = "quantity";

    /// <summary>Row of hand-overs: unit that gives.</summary>
    public const string FromUnit = "fromUnit";

    /// <summary>Row of hand-overs: unit that takes.</summary>
    public const string ToUnit = "toUnit";

    /// <summary>Row of hand-overs: officer who gives.</summary>
    public const string Giver = "giver";

    /// <summary>Row of hand-overs: officer who takes.</summary>
    public const string Taker = "taker";

    /// <summary>Row of hand-overs: when, <see cref="FormPhrases.Moment"/>.</summary>
    public const string HandedAt = "handedAt";

    /// <summary>Row of hand-overs: "Trước hạn", "Đúng hạn" or "Quá hạn", entered by the taker.</summary>
    public const string Result = "result";

    /// <summary>Row of hand-overs: remark.</summary>
    public const string Remark = "remark";

    /// <summary>Every key of a single value.</summary>
    public static IReadOnlySet<string> Values { get; } = new HashSet<string>
    {
        ParentAgency, Unit, UnitShort, Number, Place, Date, DossierCode, TrackingFactor, CopyFor, ReceivingUnit,
        ApplicantName, ApplicantIdentifier, ApplicantAddress, ApplicantPhone, ApplicantEmail,
        PrincipalName, PrincipalIdentifier, PrincipalAddress, PrincipalPhone, PrincipalEmail, AuthorisationPaper,
        Request, ProcedureCode, DossierCount, TimeLimit, ReceivedAt, Appointment, ReturnAt, Fees, BookVolume, BookNumber,
        Reason, ContactName, ContactPhone, HandlingUnit, CoordinatingUnits, NumberAndSymbol, ReturnAddress,
        NewAppointment, Lateness, StopRequest, StopWords, Stage, DecisionCheck, Settlement, Originals,
        BookYear, BookSectors, BookPeriod, BookLines, OpenedOn, ClosedOn,
        ParcelContent, FromUnit, ToUnit, Carrier, TrackingNumber, CarriedBy, LeaveBy, SentAt, ArrivedAt, Missing, TransferMode,
    };

    /// <summary>Every table with the keys of its rows.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Tables { get; } = new Dictionary<string, IReadOnlySet<string>>
    {
        [Components] = new HashSet<string> { Ordinal, PaperName, PaperKind, Quantity },
        [Handovers] = new HashSet<string> { Ordinal, FromUnit, ToUnit, Giver, Taker, HandedAt, Result, Remark },
        [Transfers] = new HashSet<string> { Ordinal, ToUnit, Work, Due },
        [BookTable] = new HashSet<string>
        {
            LineNumber, DossierCode, Request, DossierCount, ApplicantName, ApplicantContact, HandlingUnit, ReceivedAt, Appointment, SentAt, ResultAt,
            ReturnedAt, ReturnWay, Remark,
        },
    };

    /// <summary>Every list.</summary>
    public static IReadOnlySet<string> Lists { get; } = new HashSet<string> { Requirements, FeeLines };

    /// <summary>Every role of a signature.</summary>
    public static IReadOnlySet<string> Roles { get; } = new HashSet<string> { Submitter, Receiver, Guide, Head, BookKeeper, Giver, Taker };
}
