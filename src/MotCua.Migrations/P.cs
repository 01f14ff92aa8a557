namespace MotCua.Migrations; internal static class Placeholder;
