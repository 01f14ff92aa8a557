// An empty web application: what the start of the product is measured against.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/dang-nhap", () => "");
app.Run();
