using System.Reflection;
using MotCua.App;
using MotCua.Domain.Dossiers;
using MotCua.House.Tests.Guard;
using MotCua.Integrations.Files;
using MotCua.Migrations;

namespace MotCua.House.Tests.Rooms;

/// <summary>The house: its floors and, on each, the rooms in their order. A room may know those before it, never those after.</summary>
internal static class House
{
    /// <summary>Which floors a project may reference.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Floors = new Dictionary<string, string[]>
    {
        ["MotCua.Domain"] = [],
        ["MotCua.App"] = ["MotCua.Domain"],
        ["MotCua.Integrations"] = ["MotCua.App"],
        ["MotCua.Migrations"] = ["MotCua.App"],
        ["MotCua.Web"] = ["MotCua.App", "MotCua.Integrations", "MotCua.Migrations"],
    };

    /// <summary>Rooms of the law.</summary>
    public static readonly string[] Domain =
        ["Law", "Words", "Time", "People", "Agencies", "Fees", "Processes", "Catalogue", "Papers", "Dossiers", "Quality"];

    /// <summary>Rooms of the work.</summary>
    public static readonly string[] App =
    [
        "Law", "Agencies", "Access", "Processes", "Catalogue", "Reference", "Outbox", "Dossiers", "Papers", "Work", "Fees", "Queue", "Reception", "Processing",
        "Returning", "Digitizing", "Selections", "Amending", "Publishing", "Staff", "Warnings", "Print", "Tracking", "Privacy", "Feedback", "Quality", "Demonstration",
    ];

    /// <summary>Rooms behind the doors: what the host is made of, then what people see.</summary>
    public static readonly string[] Web = ["Configuration", "Backup", "Watch", "Kit", "Verbs", "SignIn", "Pages", "Api"];

    /// <summary>What happens to a dossier: rooms that meet in Dossiers and nowhere else.</summary>
    public static readonly string[] Apart = ["Reception", "Paying", "Processing", "Returning"];

    /// <summary>Every compiled floor.</summary>
    public static readonly IReadOnlyList<Assembly> Assemblies =
        [typeof(Dossier).Assembly, typeof(MotCuaDb).Assembly, typeof(FolderFileStore).Assembly, typeof(Databases).Assembly, typeof(Program).Assembly];

    /// <summary>A compiled floor as it was read.</summary>
    public static AssemblyReading Read(string project) => AssemblyReading.Of(Assemblies.Single(a => a.GetName().Name == project));
}
