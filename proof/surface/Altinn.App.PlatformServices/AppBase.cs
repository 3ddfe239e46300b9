#nullable disable
using System;
using Altinn.App.Services.Configuration;
using Altinn.App.Services.Interface;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Altinn.App.Services.Implementation;

public abstract class AppBase(
    IAppResources resourceService,
    ILogger<AppBase> logger,
    IData dataClient,
    IProcess processService,
    IPDF pdfService,
    IPrefill prefillService,
    IInstance instanceClient,
    IRegister registerClient,
    IOptions<GeneralSettings> settings,
    IProfile profileClient,
    IText textClient,
    IHttpContextAccessor httpContextAccessor
) : IAltinnApp
{
    public abstract object CreateNewAppModel(string classRef);

    public abstract Type GetAppModelType(string classRef);
}
