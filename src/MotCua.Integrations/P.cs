namespace MotCua.Integrations; internal static class Placeholder;
