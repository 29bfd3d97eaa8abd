package dev.poscart.architecture.broken.web.helper;

interface NoVaguePackageNames {}
