using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LeGoFunc.Local.KeyVault;

/// <summary>Cuts a list into pages. A page's link names the last item before it, so that changes in between shift nothing.</summary>
internal static class Paging
{
    private const int LargestPage = 25;

    /// <param name="request">Its <c>maxresults</c> (1 to 25) and <c>$skiptoken</c> say which page.</param>
    /// <param name="items">The whole list in its order.</param>
    /// <exception cref="VaultException">400: a parameter is not understood.</exception>
    internal static SecretPage Page(HttpRequest request, IEnumerable<SecretAnswer> items)
    {
        var size = PageSize(request);
        var rest = items;
        if (request.Query["$skiptoken"].ToString() is { Length: > 0 } token)
        {
            var last = Decode(token);
            rest = items.SkipWhile(item => item.Id != last).Skip(1);
        }

        var page = rest.Take(size + 1).ToList();
        if (page.Count <= size)
        {
            return new SecretPage(page, NextLink: null);
        }

        page.RemoveAt(size);
        var next = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page[^1].Id));
        return new SecretPage(page, $"https://{request.Host}{request.Path}?api-version={request.Query["api-version"]}&$skiptoken={next}&maxresults={size}");
    }

    private static int PageSize(HttpRequest request)
    {
        if (request.Query["maxresults"].ToString() is not { Length: > 0 } text)
        {
            return LargestPage;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestPage
            ? size
            : throw VaultException.Bad($"maxresults is not between 1 and {LargestPage}.");
    }

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw VaultException.Bad("The $skiptoken is not one of this vault.");
        }
    }
}
