namespace MotCua.App; internal static class Placeholder;
