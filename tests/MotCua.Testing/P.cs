namespace MotCua.Testing; internal static class Placeholder;
