using System;
using Microsoft.OpenApi.Models;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Microsoft.OpenApi.Models
{
    public class OpenApiInfo
    {
        public string? Title { get; set; }

        public string? Version { get; set; }
    }
}

namespace Swashbuckle.AspNetCore.Swagger
{
    public class SwaggerOptions
    {
        public string RouteTemplate { get; set; } = "";
    }
}

namespace Swashbuckle.AspNetCore.SwaggerGen
{
    public class SwaggerGenOptions;
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class SwaggerGenServiceCollectionExtensions
    {
        public static IServiceCollection AddSwaggerGen(
            this IServiceCollection services,
            Action<SwaggerGenOptions>? setupAction = null
        ) => services;
    }

    public static class SwaggerGenOptionsExtensions
    {
        public static void SwaggerDoc(this SwaggerGenOptions swaggerGenOptions, string name, OpenApiInfo info) { }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class SwaggerBuilderExtensions
    {
        public static IApplicationBuilder UseSwagger(
            this IApplicationBuilder app,
            Action<SwaggerOptions>? setupAction = null
        ) => app;
    }
}
