using Microsoft.AspNetCore.Builder;

namespace Altinn.App.Api.Extensions;

public static class WebApplicationExtensions
{
    public static IApplicationBuilder UseAltinnAppCommonConfiguration(this IApplicationBuilder app) => app;
}
