using Maskinflytt.Proof.Precedence;
using Microsoft.Extensions.Http;

[assembly: HostingStartup(typeof(Interception))]

namespace Maskinflytt.Proof.Precedence;

/// <summary>Whatever host is built here, its clients end at the fake Maskinporten.</summary>
public sealed class Interception : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<IHttpMessageHandlerBuilderFilter, Ends>());

    private sealed class Ends : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
            builder =>
            {
                next(builder);
                builder.PrimaryHandler = new FakeMaskinporten();
            };
    }
}
