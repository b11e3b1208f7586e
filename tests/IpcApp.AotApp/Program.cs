using IpcApp.AotApp;

var builder = IpcApplication.CreateBuilder(args);
builder.Services.Configure<IpcSerializerOptions>(
    options => options.JsonSerializerOptions.TypeInfoResolverChain.Add(AppJsonContext.Default));
builder.Services.AddIpcHandlers();

var app = builder.Build();
app.IpcMain.On<Note>("on:typed", (e, note) => e.Reply("on:typed", note with { Id = note.Id + 1 }));
app.IpcMain.Handle<int, Note>("handle:typed", (_, id) => new Note(id, "typed", null));
app.IpcMain.On("sync", e => e.ReturnValue = new Note(9, "sync", [Colour.DarkRed]));
await app.RunAsync();
