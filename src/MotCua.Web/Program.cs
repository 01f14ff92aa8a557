var b = WebApplication.CreateBuilder(args); var app = b.Build(); app.MapGet("/", () => "x"); app.Run(); public partial class Program;
