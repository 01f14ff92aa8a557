using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>Makes the current-state rows from the fold, and from nothing else.</summary>
public static class Mirror
{
    /// <summary>The row of a dossier.</summary>
    public static DossierRow Of(Dossier d) => new()
    {
        Id = d.Id.Value,
        Version = d.Version,
        Code = d.Case.Code.Value,
        Status = d.Case.Status,
        Regime = d.Case.Regime,
        Procedure = d.Case.Procedure,
        ProcedureVersion = d.Case.ProcedureVersion,
        Channel = d.Case.Channel,
        SupportId = d.Case.Support.Value,
        ReceptionId = d.Case.Reception.Value,
        CompetentId = d.Case.Competent.Value,
        ReturnUnitId = d.Delivery.ReturnUnit.Value,
        OwnerId = d.Case.Owner.Value,
        SubmitterId = d.Case.Submitter.Value,
        Received = d.Case.ReceivedAt,
        Due = d.Case.Due.Due,
        Appointment = d.Case.Appointment,
        Paused = d.Case.Clock.Standing?.Since,
        PausedFor = d.Case.Clock.Standing?.By,
        Decided = d.Case.Decided,
        Charged = d.Money.Charged.Amount,
        Paid = d.Money.Paid.Amount,
        ResultNumber = d.Delivery.ResultNumber,
        Registered = d.Delivery.RegisteredAt,
        HandedOver = d.Delivery.HandedOverAt,
    };

    /// <summary>The rows of its open steps.</summary>
    public static IReadOnlyList<DossierStepRow> Steps(Dossier d) => d.Open.Steps.ConvertAll(s => Step(d.Id, s));

    /// <summary>The rows of its named waits.</summary>
    public static IReadOnlyList<DossierWaitRow> Waits(Dossier d) => d.Open.Waits.ConvertAll(w => new DossierWaitRow
    {
        DossierId = d.Id.Value,
        Token = w.Token.Value,
        Element = w.Element,
        Kind = w.Kind,
        UnitId = w.Unit.Value,
        Opened = w.Opened,
        Due = w.Due,
        Receiver = w.Receiver,
    });

    /// <summary>The rows of its questions to other units.</summary>
    public static IReadOnlyList<ConsultationRow> Consultations(Dossier d) => d.Consultations.ConvertAll(c => new ConsultationRow
    {
        DossierId = d.Id.Value,
        Number = c.Number,
        UnitId = c.Unit.Value,
        AskedById = c.AskedBy?.Value,
        Asked = c.AskedAt,
        Due = c.Due.Due,
        State = d.IsClosed && c.State == ConsultationState.Open ? ConsultationState.Withdrawn : c.State,
        Ended = c.EndedAt,
        Reported = c.ReportedAt,
    });

    /// <summary>The rows of its instructions.</summary>
    public static IReadOnlyList<InstructionRow> Instructions(Dossier d) => d.Instructions.ConvertAll(i => new InstructionRow
    {
        DossierId = d.Id.Value,
        Number = i.Number,
        ById = i.By.Value,
        ToId = i.To.Value,
        UnitId = i.Unit.Value,
        Given = i.At,
        Due = i.Due.Due,
        State = d.IsClosed ? InstructionState.Closed : i.State,
        TextId = i.Text.Value,
    });

    /// <summary>The row of an open step.</summary>
    public static DossierStepRow Step(DossierId id, OpenStep s) => new()
    {
        DossierId = id.Value,
        Token = s.Token.Value,
        Element = s.Element,
        Kind = s.Kind,
        UnitId = s.Unit.Value,
        OfficerId = s.Officer?.Value,
        Opened = s.Opened,
        Due = s.Due,
        WaitsFor = s.WaitsFor,
    };
}
