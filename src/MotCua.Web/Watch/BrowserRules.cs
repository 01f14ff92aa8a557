namespace MotCua.Web.Watch;

/// <summary>What a browser may do with our pages: our own scripts, styles and pictures, and nothing from elsewhere.</summary>
public static class BrowserRules
{
    /// <summary>The policy for papers shown inside one of our pages: <c>[SecurityHeadersPolicy(BrowserRules.Papers)]</c> or
    /// <c>.WithSecurityHeadersPolicy(BrowserRules.Papers)</c> on whatever answers a PDF or a picture.</summary>
    public const string Papers = "papers";

    /// <summary>The policy for the page on which drawings are edited: as for other pages, but attributes may style. The editor writes the places of its
    /// own buttons that way; style elements and sheets from elsewhere stay shut out.</summary>
    public const string Drawing = "drawing";

    private const int Year = 31_536_000;

    /// <summary>Adds the rules of pages, and those of papers.</summary>
    public static IServiceCollection AddBrowserRules(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(Common().AddFrameOptionsDeny().AddContentSecurityPolicy(Page))
            .AddPolicy(Drawing, Common().AddFrameOptionsDeny().AddContentSecurityPolicy(policy =>
            {
                Page(policy);
                policy.AddStyleSrcAttr().UnsafeInline();
            }))
            // The viewer that browsers put around a PDF or a picture styles itself inline.
            .AddPolicy(Papers, Common().AddFrameOptionsSameOrigin().AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddStyleSrc().UnsafeInline();
                policy.AddImgSrc().Self().Data();
                policy.AddObjectSrc().Self();
                policy.AddFrameAncestors().Self();
                policy.AddBaseUri().None();
            }));
        return services;
    }

    private static void Page(CspBuilder policy)
    {
        policy.AddDefaultSrc().None();
        policy.AddScriptSrc().Self();
        policy.AddStyleSrc().Self();
        policy.AddImgSrc().Self().Data();
        policy.AddFontSrc().Self();
        policy.AddConnectSrc().Self();
        policy.AddFormAction().Self();
        policy.AddFrameSrc().Self();
        policy.AddFrameAncestors().None();
        policy.AddBaseUri().None();
        policy.AddObjectSrc().None();
    }

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .AddStrictTransportSecurityMaxAge(Year)
        .RemoveServerHeader();
}
