using System.Reflection;
using MotCua.Web.Verbs;

// A test host starts this program from another entry assembly and gives it arguments of the generic host; nobody reads its output.
var hosted = Assembly.GetEntryAssembly() != typeof(Program).Assembly;
var (own, host) = hosted ? HostArguments.Split([.. args, "--json"]) : (args, []);
return await VerbTable.Run(own, Streams.OfProcess(), host);

/// <summary>The entry point; public so that tests can start the whole application.</summary>
public partial class Program;
