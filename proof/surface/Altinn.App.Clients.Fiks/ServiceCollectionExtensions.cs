#if !ALTINN_APP_9_0_OR_GREATER
using Altinn.App.Core.Features.Maskinporten.Extensions;
#endif
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.App.Clients.Fiks.Extensions
{
    public static class ServiceCollectionExtensions
    {
        public static IFiksIOSetupBuilder AddFiksIOClient(this IServiceCollection services) => new IOSetup(services);

        public static IFiksArkivSetupBuilder AddFiksArkiv(this IServiceCollection services) => new ArkivSetup(services);
    }

    public interface IFiksIOSetupBuilder : IFiksSetupBuilder<IFiksIOSetupBuilder>;

    public interface IFiksArkivSetupBuilder : IFiksSetupBuilder<IFiksArkivSetupBuilder>
    {
        IFiksArkivSetupBuilder WithFiksArkivConfig(string configSectionPath);
    }

    public interface IFiksSetupBuilder<out TBuilder>
    {
        TBuilder WithFiksIOConfig(string configSectionPath);

#if !ALTINN_APP_9_0_OR_GREATER
        /// <summary>Configures the one built-in client of the app.</summary>
        TBuilder WithMaskinportenConfig(string configSectionPath);
#endif
    }

    internal sealed class IOSetup(IServiceCollection services) : IFiksIOSetupBuilder
    {
        public IServiceCollection Services => services;

        public IFiksIOSetupBuilder WithFiksIOConfig(string configSectionPath) => this;

#if !ALTINN_APP_9_0_OR_GREATER
        public IFiksIOSetupBuilder WithMaskinportenConfig(string configSectionPath)
        {
            services.ConfigureMaskinportenClient(configSectionPath);
            return this;
        }
#endif
    }

    internal sealed class ArkivSetup(IServiceCollection services) : IFiksArkivSetupBuilder
    {
        public IServiceCollection Services => services;

        public IFiksArkivSetupBuilder WithFiksIOConfig(string configSectionPath) => this;

        public IFiksArkivSetupBuilder WithFiksArkivConfig(string configSectionPath) => this;

#if !ALTINN_APP_9_0_OR_GREATER
        public IFiksArkivSetupBuilder WithMaskinportenConfig(string configSectionPath)
        {
            services.ConfigureMaskinportenClient(configSectionPath);
            return this;
        }
#endif
    }
}
