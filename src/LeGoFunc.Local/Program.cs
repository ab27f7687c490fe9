using LeGoFunc.Local.Running;

return await LocalCommand.RunAsync(args);
