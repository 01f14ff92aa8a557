namespace MotCua.App.Papers.Forms;

public static partial class FormKeys
{
    // Slips between units: paper that is handed over, parts that others do.

    /// <summary>What is handed over: "Hồ sơ giấy".</summary>
    public const string ParcelContent = "parcelContent";

    /// <summary>By which way paper goes.</summary>
    public const string Carrier = "carrier";

    /// <summary>The carrier's number.</summary>
    public const string TrackingNumber = "trackingNumber";

    /// <summary>Who carries it.</summary>
    public const string CarriedBy = "carriedBy";

    /// <summary>The day on which it had to leave.</summary>
    public const string LeaveBy = "leaveBy";

    /// <summary>When it arrived.</summary>
    public const string ArrivedAt = "arrivedAt";

    /// <summary>What was missing.</summary>
    public const string Missing = "missing";

    /// <summary>Whether all agencies work at once or in order.</summary>
    public const string TransferMode = "transferMode";

    /// <summary>Table: the agencies asked.</summary>
    public const string Transfers = "transfers";

    /// <summary>Row of the transfers: what the agency does.</summary>
    public const string Work = "work";

    /// <summary>Row of the transfers: until when.</summary>
    public const string Due = "due";
}
