using MotCua.Domain.Processes.Bpmn;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>The reference models of the working group for model interchange, and models of the public sector of another country.</summary>
public sealed class SharedDrawingsTests
{
    /// <summary>File, tasks, gateways, events, and the ids of its problems in order; read off the pictures and the files by eye.</summary>
    public static TheoryData<string, int, int, int, string> Known => new()
    {
        { "miwg-reference/A.1.0", 3, 0, 2, "" },
        { "miwg-reference/A.2.0", 4, 2, 2, "_f1478fb7 _a1570a53 _20ebb3c1" },
        { "miwg-reference/A.3.0", 4, 0, 5, "_178e16eb _1ae31d1b" },
        { "miwg-reference/A.4.0", 6, 0, 9, "" },
        { "miwg-reference/B.1.0", 8, 5, 11, "_e314751e _2ee553a1 _6ee42e88 _6a248585 _9d489bd9 _eeb6812d _1eb62392" },
        { "miwg-reference/C.1.0", 9, 3, 9, "sid-F0D29912 sid-0E349B8B invoiceApproved invoiceNotApproved reviewSuccessful reviewNotSuccessful" },
        { "miwg-reference/C.2.0", 11, 3, 14, "__4011aa2d __cec149db __a12a7547 __ffc1486a _63cf98c9 _ad0872cc _bfa5c7b2 _50edb87c" },
        {
            "miwg-reference/C.4.0", 22, 6, 12,
            "_855451b0 _237c8380 _7e9d8b8b _e9306b3f _c82dd8eb _3d4130c6 _788443d9 _efbd0983 _ca6f904d _12e2f256 _94a62738 _5ee09fe4"
        },
        {
            "miwg-reference/C.6.0", 12, 5, 21,
            "_87baeef0 _6a5cdbbf _7ab6dbdf _6db9a77f _54d6e34f _32c4138c _e880bf53 _3a2f133c _0198160d _b25ecc7c _fe3f9094 _99bf4db9 _e4b9fa74 _8af17ed4"
        },
        { "miwg-reference/C.8.0", 9, 2, 7, "_1a818a94 _f8fcb377 _f2b0da63 _325973e7 _0a1c4f20" },
        {
            "miwg-reference/C.9.0", 9, 3, 10,
            "Activity_1ke2ixr Activity_0vp33kx ErrorBoundaryEvent_FraudDetected BusinessRuleTask_CheckApplicationAutomatically EndMessageEvent_Timeout "
            + "StartErrorEvent_Timeout EndMessageEvent_InformCustomer EndMessageEvent_InformOperations SequenceFlow_Red SequenceFlow_ApplicationAccepted "
            + "SequenceFlow_ApplicationDeclined SequenceFlow_Yellow"
        },
        {
            "gr-public-sector/Sandalidis_A", 11, 3, 9,
            "Event_1f7e5lt Event_0989x0w Flow_1r0ba6p Flow_0veju9i Flow_00rqd9g Flow_1a9v2vt Flow_07erjy2"
        },
        { "gr-public-sector/ex3team32", 13, 0, 6, "" },
        { "gr-public-sector/ex5team32", 18, 3, 10, "Event_1j2ds78 Flow_1iiyv9i Flow_1am1ipo Flow_13kdryl Flow_1phoutu Event_0vanngb" },
        { "gr-public-sector/ex6team32-operationalvol2", 13, 4, 5, "Gateway_1hrjd9f Flow_00qpu3d Flow_03jh5q8" },
        {
            "gr-public-sector/ex7team32", 19, 7, 16,
            "Gateway_1hrjd9f Activity_0r7ssq8 Flow_00qpu3d Flow_03jh5q8 Gateway_1xxa12k Event_1kvpeuy Event_0qa8uu9 Event_1ri3r8k Event_123z1n9 "
            + "Flow_1sm709p Flow_05imo02"
        },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_model_is_read_wholly_and_its_problems_are_those_that_the_eye_finds(string name, int tasks, int gateways, int events, string problems)
    {
        var report = BpmnReader.Read(File.ReadAllBytes(Shared(name + ".bpmn"))).Check();
        Assert.True(report.Ok);
        Assert.Equal((tasks, gateways, events), (report.Tasks, report.Gateways, report.Events));
        var expected = problems.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length == 0, report.Executable);
        Assert.Equal(expected.Length, report.Problems.Count);
        Assert.All(expected.Zip(report.Problems), p => Assert.StartsWith(p.First, p.Second.Element, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_model_beside_the_project_has_an_answer_here() => Assert.Equal(
        Known.Select(k => k.Data.Item1).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Shared(""), "*.bpmn", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Shared(""), f).Replace('\\', '/')[..^5]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_round_trip_keeps_every_diagram_and_extension() =>
        Assert.All(Directory.EnumerateFiles(Shared(""), "*.bpmn", SearchOption.AllDirectories), path =>
        {
            var file = File.ReadAllBytes(path);
            Assert.Equal(Canonical.Of(file), Canonical.Of(BpmnReader.Read(file).Model!.Write()));
        });

    [Fact]
    public void A_decision_model_is_named_as_another_standard()
    {
        var report = BpmnReader.Read(File.ReadAllBytes(Shared("gr-public-sector/ex8team32.dmn"))).Check();
        Assert.False(report.Ok);
        Assert.Contains("không phải BPMN 2.0", Assert.Single(report.Problems).Reason);
    }

    private static string Shared(string path)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "bpmn"));
        if (!Directory.Exists(folder))
            Assert.Skip("no ../shared: the reference models are not beside the project");
        return Path.Combine(folder, path);
    }
}
