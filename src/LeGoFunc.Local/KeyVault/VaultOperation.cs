namespace LeGoFunc.Local.KeyVault;

internal enum VaultOperation
{
    SetSecret,
    GetSecret,
    ListSecrets,
    ListVersions,
    UpdateSecret,
    DeleteSecret,
    GetDeletedSecret,
    ListDeletedSecrets,
    RecoverSecret,
    PurgeSecret,
}
