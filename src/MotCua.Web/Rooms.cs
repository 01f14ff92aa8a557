using MotCua.Web.Configuration;
using MotCua.Web.Verbs;

namespace MotCua.Web;

/// <summary>The rooms of the house: their services, their doors, and what they need before the doors open.</summary>
public static class Rooms
{
    /// <summary>Adds the services of every room.</summary>
    public static WebApplicationBuilder AddRooms(this WebApplicationBuilder builder, MotCuaSettings settings)
    {
        builder.Services.AddRazorPages();
        return builder;
    }

    /// <summary>Makes ready what the rooms need: the database's schema, the first rows, the first accounts.</summary>
    /// <param name="app">The application, not yet started.</param>
    /// <param name="line">The call; what people must read goes to <see cref="VerbLine.Say"/>.</param>
    /// <param name="stop">Ends the work.</param>
    public static Task PrepareRooms(this WebApplication app, VerbLine line, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Opens the doors: sign-in, files, pages.</summary>
    public static WebApplication UseRooms(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages();
        return app;
    }
}
