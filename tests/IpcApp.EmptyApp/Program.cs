await IpcApplication.CreateBuilder(args).Build().RunAsync();
