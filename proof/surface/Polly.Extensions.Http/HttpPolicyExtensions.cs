using System.Net.Http;

namespace Polly.Extensions.Http;

public static class HttpPolicyExtensions
{
    public static PolicyBuilder<HttpResponseMessage> HandleTransientHttpError() =>
        Policy<HttpResponseMessage>.Handle<HttpRequestException>().OrResult(answer => (int)answer.StatusCode >= 500);
}
