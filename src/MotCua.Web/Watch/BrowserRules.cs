namespace MotCua.Web.Watch;

/// <summary>What a browser may do with our pages: our own scripts, styles and pictures, and nothing from elsewhere.</summary>
public static class BrowserRules
{
    /// <summary>The headers of every answer.</summary>
    public static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 31_536_000)
        .RemoveServerHeader()
        .AddContentSecurityPolicy(policy =>
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
        });
}
