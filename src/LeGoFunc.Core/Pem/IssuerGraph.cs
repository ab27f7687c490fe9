namespace LeGoFunc.Pem;

/// <summary>Who issued whom among the certificates of one chain. Certificates are meant by their index.</summary>
internal sealed class IssuerGraph
{
    private readonly int count;
    private readonly bool[,] issued;

    public IssuerGraph(IReadOnlyList<ChainCertificate> certificates)
    {
        count = certificates.Count;
        issued = new bool[count, count];
        for (var issuer = 0; issuer < count; issuer++)
        {
            for (var subject = 0; subject < count; subject++)
            {
                issued[issuer, subject] =
                    issuer != subject && Issuance.Issued(certificates[issuer], certificates[subject]);
            }
        }
    }

    public bool IssuedAny(int issuer) =>
        Enumerable.Range(0, count).Any(subject => issued[issuer, subject]);

    /// <summary>
    /// The given one and all its direct and indirect issuers, each behind a certificate that it issued, otherwise in
    /// the order of the file.
    /// </summary>
    public List<int> Ancestors(int leaf)
    {
        var found = new List<int> { leaf };
        while (Enumerable.Range(0, count)
            .Where(next => !found.Contains(next) && found.Exists(subject => issued[next, subject]))
            .Select(next => (int?)next)
            .FirstOrDefault() is { } issuer)
        {
            found.Add(issuer);
        }

        return found;
    }

    /// <summary>
    /// A path through all certificates on which each one issued the one before it (the order of RFC 5246,
    /// section 7.4.2), the first in the order of the file; null when there is none.
    /// </summary>
    public List<int>? Path(int leaf)
    {
        var path = new List<int> { leaf };
        return Extend(path) ? path : null;
    }

    // At most ten certificates: the search is small however they are signed.
    private bool Extend(List<int> path)
    {
        if (path.Count == count)
        {
            return true;
        }

        for (var next = 0; next < count; next++)
        {
            if (!issued[next, path[^1]] || path.Contains(next))
            {
                continue;
            }

            path.Add(next);
            if (Extend(path))
            {
                return true;
            }

            path.RemoveAt(path.Count - 1);
        }

        return false;
    }
}
