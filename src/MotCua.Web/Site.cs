using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using MotCua.Web.Configuration;
using MotCua.Web.Verbs;
using MotCua.Web.Watch;

namespace MotCua.Web;

/// <summary>Puts the web application together: what stands around the rooms, in the order in which a request meets it.</summary>
public static class Site
{
    /// <summary>The application for a verb. "serve" starts it; other verbs only use its services.</summary>
    /// <param name="line">The call, with the settings in force.</param>
    /// <param name="urls">Where to listen; null when it will not be started.</param>
    public static WebApplication Build(VerbLine line, string? urls = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. line.HostArguments],
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        AddLog(builder, line);
        builder.Services.AddSingleton(line.Settings);
        AddWeb(builder, line.Settings, urls);
        builder.AddRooms(line.Settings);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddLog(WebApplicationBuilder builder, VerbLine line)
    {
        var level = line.Settings.LogLevel;
        var foreign = level < LogLevel.Information ? level : level > LogLevel.Warning ? level : LogLevel.Warning;
        builder.Services.AddSingleton(new JsonLines(line.Streams.Error, line.Settings.LogExceptionText));
        builder.Logging.ClearProviders().SetMinimumLevel(level)
            .AddFilter("Microsoft", foreign).AddFilter("System", foreign)
            // It warns that keys lie unencrypted on disk, as they do by intent: the folder is for this account alone.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .Services.AddSingleton<ILoggerProvider, JsonLineLoggerProvider>();
    }

    private static void AddWeb(WebApplicationBuilder builder, MotCuaSettings settings, string? urls)
    {
        // Styles and scripts as the build compressed them: the developer's watch would send them larger than they are.
        builder.WebHost.UseStaticWebAssets().UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.WebHost.UseUrls(urls ?? "http://localhost:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestSize.Limit(settings);
            kestrel.Limits.MaxConcurrentConnections = settings.Connections == 0 ? null : settings.Connections;
            // A commune's line may be slow for a while; a dead one is still given up.
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));
        });
        builder.Services
            .Configure<FormOptions>(form => form.MultipartBodyLengthLimit = RequestSize.Limit(settings))
            .Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .Configure<MvcOptions>(mvc => mvc.Filters.Add<FailedForms>())
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All))
            .Configure<ForwardedHeadersOptions>(forwarded => BelieveProxies(forwarded, settings))
            .AddRequestRate(settings)
            .AddBrowserRules()
            .AddClosedDoors()
            .AddScoped<IReadinessCheck, FilesCheck>()
            .AddDataProtection().SetApplicationName("MotCua").PersistKeysToFileSystem(new DirectoryInfo(settings.Keys));
    }

    private static void BelieveProxies(ForwardedHeadersOptions forwarded, MotCuaSettings settings)
    {
        forwarded.ForwardedHeaders = settings.Proxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies)
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseForwardedHeaders();
        app.UseMiddleware<HostCookies>();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestSize>();
        app.UseMiddleware<ErrorAnswers>();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapReadiness();
        app.UseRooms();
    }
}
