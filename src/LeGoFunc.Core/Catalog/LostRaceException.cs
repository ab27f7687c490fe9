namespace LeGoFunc.Catalog;

/// <summary>Somebody else changed a row since it was read. Whoever catches it reads again.</summary>
internal sealed class LostRaceException(Exception inner) : Exception("the row was changed since it was read", inner);
