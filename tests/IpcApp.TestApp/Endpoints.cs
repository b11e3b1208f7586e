using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpcApp.TestApp;

public sealed record Parcel(string To, int Weight);

/// <summary>What the test app serves under <c>app://local/</c> where it is told to, with <c>--Endpoints=true</c>.</summary>
public static class Endpoints
{
    public static void Map(IpcApplication app, CallLog log)
    {
        app.Use(async (context, next) =>
        {
            log.Add($"{context.Request.Method} {context.Request.Path}");
            await next(context);
        });

        var parcels = app.MapGroup("/api/parcels");
        parcels.MapGet("/{id:int}", (int id) => new Parcel("Ada", id));
        parcels.MapPost("/", (Parcel parcel) => Results.Created($"/api/parcels/{parcel.Weight}", parcel with { Weight = parcel.Weight + 1 }));
        parcels.MapDelete("/{id:int}", (int id) => Results.NoContent());

        app.MapGet("/api/request", (HttpRequest request) => new
        {
            request.Scheme,
            Host = request.Host.Value,
            Headers = request.Headers.Keys,
            Origin = request.Headers.Origin.ToString(),
        });
        app.MapGet("/api/log", () => log.Entries);
        app.MapGet("/api/cookie", (HttpResponse response) => response.Cookies.Append("a", "1"));
        app.MapGet("/api/page", () => Results.Content("<!doctype html><title>Made in C#</title>", "text/html"));
        app.MapGet("/api/film", () => Results.Bytes("0123456789"u8.ToArray(), "video/mp4", enableRangeProcessing: true));
        app.MapGet("/api/zeros/{count:long}", Zeros);
        app.MapPost("/api/count", CountAsync);
        app.MapGet("/api/events", EventsAsync);
        app.MapFallbackToFile("index.html");

        async Task EventsAsync(HttpContext context)
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            log.Add("events aborted");
        }
    }

    private static async Task Zeros(long count, HttpResponse response)
    {
        var zeros = new byte[64 * 1024];
        for (var left = count; left > 0; left -= zeros.Length)
        {
            await response.Body.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), response.HttpContext.RequestAborted);
        }
    }

    private static async Task<long> CountAsync(HttpRequest request)
    {
        var buffer = new byte[64 * 1024];
        long count = 0;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            count += read;
        }

        return count;
    }
}
