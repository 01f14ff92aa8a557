namespace MotCua.Web.Kit;

/// <summary>The shapes that go with a state's word, so that neither colour nor colour vision is needed.</summary>
internal static class Shapes
{
    public const string Ring = "M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM5 1.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z";
    public const string Half = "M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM5 1.6a3.4 3.4 0 0 1 0 6.8z";
    public const string Diamond = "M5 0 10 5 5 10 0 5z";
    public const string Triangle = "M5 .5 10 9.5H0z";
    public const string Bars = "M1 .5h3v9H1zM6 .5h3v9H6z";
    public const string Tick = "M1.5 4.6 0 6.2 3.7 9.6 10 2 8.4.6 3.5 6.5z";
    public const string Cross = "M1.5 0 5 3.5 8.5 0 10 1.5 6.5 5 10 8.5 8.5 10 5 6.5 1.5 10 0 8.5 3.5 5 0 1.5z";
    public const string Arrow = "M0 3.7h4.5V.5L10 5 4.5 9.5V6.3H0z";
    public const string Dot = "M5 1.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z";
}
