using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http.Resilience;

namespace Microsoft.Extensions.Http.Resilience
{
    public interface IHttpStandardResiliencePipelineBuilder;
}

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Tries once more when the target fails: enough to tell what stands inside and what outside.</summary>
    public static class ResilienceHttpClientBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder)
        {
            builder.AddHttpMessageHandler(() => new Retrying());
            return new Pipeline();
        }

        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
            this IHttpClientBuilder builder,
            IConfigurationSection section
        ) => builder.AddStandardResilienceHandler();

        private sealed class Pipeline : IHttpStandardResiliencePipelineBuilder;

        private sealed class Retrying : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request,
                CancellationToken cancellationToken
            )
            {
                HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
                return (int)answer.StatusCode >= 500 ? await base.SendAsync(request, cancellationToken) : answer;
            }
        }
    }
}
