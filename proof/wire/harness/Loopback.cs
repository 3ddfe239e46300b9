using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Extensions;

namespace Maskinflytt.Proof.Wire;

/// <summary>Maskinporten, the exchange and every target in one server on this machine; what comes is written down.</summary>
public sealed class Loopback(Grants grants)
{
    /// <summary>Where a request was meant to go.</summary>
    public const string Meant = "X-Proof-Meant";

    /// <summary>A target that says 401 to the first who comes.</summary>
    public const string Refusing = "https://target.example/refuses-once";

    private readonly List<Message> _messages = [];
    private bool _hasRefused;

    public async Task<Uri> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        server.Run(Answer);
        await server.StartAsync();
        var addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new Uri(addresses!.Addresses.Single());
    }

    public IReadOnlyList<Message> Take()
    {
        lock (_messages)
        {
            Message[] taken = [.. _messages];
            _messages.Clear();
            _hasRefused = false;
            return taken;
        }
    }

    private async Task Answer(HttpContext context)
    {
        string meant = Uri.UnescapeDataString(context.Request.Headers[Meant].ToString());
        if (meant == "")
        {
            meant = context.Request.GetEncodedUrl();
        }
        Uri uri = new(meant);
        Task answering = uri.AbsolutePath switch
        {
            string path when path.Contains("/.well-known/") => Metadata(context, uri),
            string path when path.EndsWith("/token") && context.Request.HasFormContentType => Token(context, meant),
            string path when path.EndsWith("/exchange/maskinporten") => Exchange(context, meant),
            _ => Target(context, meant),
        };
        await answering;
    }

    private static Task Metadata(HttpContext context, Uri uri) =>
        context.Response.WriteAsJsonAsync(new { issuer = $"{uri.GetLeftPart(UriPartial.Authority)}/" });

    private async Task Token(HttpContext context, string meant)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        Grant grant = grants.Read(form["assertion"].ToString());
        int status = grant.Accepted ? 200 : 400;
        Write(new Message("grant", meant, grant, null, null, status));
        context.Response.StatusCode = status;
        object answer = grant.Accepted
            ? new
            {
                access_token = Tokens.Issue(grant.Issuer, grant.Scope),
                token_type = "Bearer",
                expires_in = 600,
                scope = grant.Scope ?? "",
            }
            : new { error = "invalid_grant", error_description = "The signature is not the client's." };
        await context.Response.WriteAsJsonAsync(answer);
    }

    /// <summary>As the platform does, in quotes to whoever asks for JSON.</summary>
    private async Task Exchange(HttpContext context, string meant)
    {
        (string? scheme, Token? token) = AuthorizationOf(context);
        bool isFull = token is { Written: "full" };
        Write(new Message("exchange", meant, null, token, scheme, isFull ? 200 : 401));
        if (token is null || !isFull)
        {
            context.Response.StatusCode = 401;
            return;
        }
        string exchanged = Tokens.Exchange(token, meant);
        if (context.Request.Headers.Accept.ToString().Contains("json"))
        {
            await context.Response.WriteAsJsonAsync(exchanged);
        }
        else
        {
            await context.Response.WriteAsync(exchanged);
        }
    }

    private async Task Target(HttpContext context, string meant)
    {
        (string? scheme, Token? token) = AuthorizationOf(context);
        bool refuses = meant == Refusing && !_hasRefused;
        _hasRefused |= refuses;
        context.Response.StatusCode = refuses ? 401 : 200;
        Write(new Message("target", meant, null, token, scheme, context.Response.StatusCode));
        await context.Response.WriteAsync("{}");
    }

    private static (string?, Token?) AuthorizationOf(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        return AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? value)
            ? (value.Scheme, Tokens.Read(value.Parameter ?? ""))
            : (null, null);
    }

    private void Write(Message message)
    {
        lock (_messages)
        {
            _messages.Add(message);
        }
    }
}
