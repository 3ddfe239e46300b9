using Microsoft.Extensions.Http;

namespace Maskinflytt.Proof.Wire;

/// <summary>Every request of an app, however late it was made, goes to the server on this machine.</summary>
public sealed class Redirection(Uri loopback) : IHttpMessageHandlerBuilderFilter
{
    private static readonly SocketsHttpHandler s_sockets = new() { UseProxy = false, AllowAutoRedirect = false };

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            builder.PrimaryHandler = new Redirecting(loopback);
        };

    private sealed class Redirecting(Uri loopback) : HttpMessageHandler
    {
        private static readonly HttpMessageInvoker s_invoker = new(s_sockets);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Uri meant = request.RequestUri!;
            request.Headers.Remove(Loopback.Meant);
            request.Headers.Add(Loopback.Meant, Uri.EscapeDataString(meant.AbsoluteUri));
            request.RequestUri = new Uri(loopback, meant.PathAndQuery);
            return Sent(request, meant, cancellationToken);
        }

        private static async Task<HttpResponseMessage> Sent(
            HttpRequestMessage request,
            Uri meant,
            CancellationToken cancellationToken
        )
        {
            try
            {
                return await s_invoker.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = meant;
            }
        }
    }
}
