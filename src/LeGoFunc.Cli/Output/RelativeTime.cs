namespace LeGoFunc.Cli.Output;

/// <summary>Times as people think of them.</summary>
internal static class RelativeTime
{
    private const int UrgentDays = 14;
    private const int SoonDays = 30;

    /// <summary>Such as <c>in 12 days</c>, <c>3 hours ago</c>, <c>just now</c>.</summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now)
    {
        var distance = (time - now).Duration();
        if (distance < TimeSpan.FromMinutes(1))
        {
            return time > now ? "in less than a minute" : "just now";
        }

        var amount = distance.TotalHours < 1 ? Count(distance.TotalMinutes, "minute")
            : distance.TotalDays < 2 ? Count(distance.TotalHours, "hour")
            : Count(distance.TotalDays, "day");
        return time > now ? $"in {amount}" : $"{amount} ago";
    }

    /// <summary>The time in UTC and how far away it is.</summary>
    public static string Full(DateTimeOffset time, DateTimeOffset now) => $"{time.UtcDateTime:yyyy-MM-dd HH:mm}Z ({Of(time, now)})";

    /// <summary>When something ends: red when it did or will in less than two weeks.</summary>
    public static Cell Expiry(DateTimeOffset time, DateTimeOffset now, bool full = false)
    {
        var text = full ? Full(time, now) : time > now ? Of(time, now) : $"expired {Of(time, now)}";
        var days = (time - now).TotalDays;
        return new Cell(text, days < UrgentDays ? Tone.Bad : days < SoonDays ? Tone.Warning : Tone.Normal);
    }

    private static string Count(double amount, string unit) => (int)amount == 1 ? $"1 {unit}" : $"{(int)amount} {unit}s";
}
