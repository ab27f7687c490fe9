using LeGoFunc.Local.Tests;
using LeGoFunc.Local.Tests.Azurite;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [AzuriteHolder.Mode, var directory])
{
    return await AzuriteHolder.RunAsync(directory);
}

return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
