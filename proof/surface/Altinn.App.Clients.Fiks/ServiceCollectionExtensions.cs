using System;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.App.Clients.Fiks.Extensions
{
    public static class ServiceCollectionExtensions
    {
        public static IFiksIOSetupBuilder AddFiksIOClient(this IServiceCollection services) =>
            throw new NotSupportedException();

        public static IFiksArkivSetupBuilder AddFiksArkiv(this IServiceCollection services) =>
            throw new NotSupportedException();
    }
}

namespace Altinn.App.Clients.Fiks.Extensions
{
    public interface IFiksIOSetupBuilder : IFiksSetupBuilder<IFiksIOSetupBuilder>;

    public interface IFiksArkivSetupBuilder : IFiksSetupBuilder<IFiksArkivSetupBuilder>
    {
        IFiksArkivSetupBuilder WithFiksArkivConfig(string configSectionPath);
    }

    public interface IFiksSetupBuilder<out TBuilder>
    {
        TBuilder WithFiksIOConfig(string configSectionPath);

#if !ALTINN_APP_9_0_OR_GREATER
        TBuilder WithMaskinportenConfig(string configSectionPath);
#endif
    }
}
