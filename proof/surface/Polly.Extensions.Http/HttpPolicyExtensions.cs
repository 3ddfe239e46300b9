using System;
using System.Net.Http;

namespace Polly.Extensions.Http;

public static class HttpPolicyExtensions
{
    public static PolicyBuilder<HttpResponseMessage> HandleTransientHttpError() => throw new NotSupportedException();
}
