return Casus.App.Commands.CasusCommand.Run(args);
